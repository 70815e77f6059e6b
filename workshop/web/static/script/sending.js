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
function say(form, what) { var status = one(".sending", form); status.textContent = what ? status.dataset[what] : ""; }
function send(form) {
  var question = asks, button = one("button.main", form), kept = write(form, true), redirected, received;
  // A button that cannot be pressed any more loses the focus, and with it the reader's place.
  var inside = within();
  sending = true;
  button.disabled = true;
  say(form, "sending");
  ask(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) })
    .then(function (answer) { received = answer.ok; redirected = answer.redirected; return answer.text(); })
    .then(ours)
    .then(function (page) {
      sending = false;
      // What was changed while the answer was on its way is not in it.
      if (kept === null || kept === written(question)) if (received) forget(question); else write(form, false);
      show(page, true, inside);
      if (redirected) history.replaceState(null, "", "/");
    }, function () {
      say(form, "later");
      setTimeout(function () { retry(form, question, kept); }, 2500);
    });
}
function retry(form, question, kept) {
  // Another page of this phone may have sent it, or something newer, meanwhile.
  var gone = kept !== null && !written(question);
  if (document.contains(form) && !gone) { send(form); return; }
  sending = false;
  load();
}
