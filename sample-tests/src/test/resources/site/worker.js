const answer = 6 * 7;
console.log('the answer is', answer);
postMessage(answer);
