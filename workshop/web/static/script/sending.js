// Sending: again by itself when there is no connection.

document.addEventListener("submit", function (event) {
  var form = event.target;
  if (twice(form)) { event.preventDefault(); return; }
  if (!("draft" in form.dataset) || !window.fetch || !window.URLSearchParams || (event.submitter && event.submitter.hasAttribute("formaction"))) return;
  event.preventDefault();
  if (!sending) send(form);
});
// A double click is one press.
function twice(form) {
  var before = form.pressed || 0;
  form.pressed = Date.now();
  return form.pressed - before < 700;
}
function send(form) {
  var status = one(".sending", form), question = asks, button = one("button.main", form);
  // A button that cannot be pressed any more loses the focus, and with it the reader's place.
  var inside = within();
  sending = true;
  button.disabled = true;
  status.textContent = status.dataset.sending;
  fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { "X-Part": "1" }, credentials: "same-origin" })
    .then(function (answer) {
      return answer.text().then(function (text) {
        sending = false;
        if (answer.ok) forget(question);
        show(text, true, inside);
        if (answer.redirected) history.replaceState(null, "", "/");
      });
    }, function () {
      status.textContent = status.dataset.later;
      setTimeout(function () { if (document.contains(form)) send(form); else sending = false; }, 2500);
    });
}
