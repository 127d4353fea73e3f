// Copying, and the short notice that it has been done.

async function copyText(text, what) {
  let copied = false;
  try {
    await navigator.clipboard.writeText(text);
    copied = true;
  } catch {
    copied = copyOldWay(text);
  }
  notice(copied ? what + " copied" : "The browser does not allow copying");
}

/** Where the clipboard is closed to documents from disk: select it in a field, and copy the selection. */
function copyOldWay(text) {
  const focused = document.activeElement;
  const field = h("textarea", { class: "unseen", "aria-hidden": "true", tabindex: -1 });
  field.value = text;
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  focused?.focus?.();
  return copied;
}

const noticeArea = h("div", { class: "notice", role: "status", "aria-live": "polite" });
let noticeTimer = 0;

function notice(text) {
  noticeArea.textContent = text;
  noticeArea.classList.add("shown");
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => noticeArea.classList.remove("shown"), 2500);
}
