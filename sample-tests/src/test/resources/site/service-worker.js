addEventListener('install', event => event.waitUntil(
    caches.open('shop').then(cache => cache.addAll(['offline.html', 'api/orders']))));
addEventListener('fetch', event => event.respondWith(
    caches.match(event.request).then(answer => answer ?? fetch(event.request))));
addEventListener('push', event => console.log('a push:', event.data.text()));
