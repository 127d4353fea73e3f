// Begins the viewer of a report, which lies in the document as the data do: in full it would be half of an ordinary report.

// What needs no script comes after this one in the page, and is hidden unless something goes wrong.
document.documentElement.dataset.scripted = "";

function giveUp(text) {
  delete document.documentElement.dataset.scripted;
  const paragraph = document.createElement("p");
  paragraph.className = "unsupported";
  paragraph.textContent = text + " The other files beside this one tell the same: transcript.txt, summary.md.";
  const app = document.getElementById("app");
  app.className = "given-up";
  app.replaceChildren(paragraph);
}

if (canRead()) {
  Promise.all(["style", "script"].map(name => inflate(document.getElementById("viewer-" + name)).then(text => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  }))).then(elements => document.body.append(...elements)).catch(error => giveUp("The report cannot be read: " + error));
} else {
  giveUp("This browser is too old to read the report. Chrome and Edge can from version 111 on, Firefox from 115.");
}
