// Drafts: what is typed and not yet received, kept on this phone by meeting and question, and
// whether it was sent: then it goes on its way again by itself, also when the page was closed.

var store = null;
try { store = window.localStorage; store.getItem("workshop"); } catch (refused) { store = null; }
function draftKey(question) { return "workshop:" + body.dataset.meeting + ":" + question; }
function draft(form) {
  var kept = {};
  all("input,textarea,select", form).forEach(function (input) {
    if (!input.name || input.type === "hidden") return;
    var pick = input.type === "radio" || input.type === "checkbox";
    (kept[input.name] = kept[input.name] || { pick: pick, values: [] });
    if (!pick || input.checked) kept[input.name].values.push(input.value);
  });
  return kept;
}
function keep(form) {
  var done = one(".received");
  touched = true;
  if (done) done.parentNode.removeChild(done);
  write(form, false);
}
function write(form, sent) {
  var kept = JSON.stringify({ sent: sent, inputs: draft(form) });
  if (!store || !("draft" in form.dataset)) return null;
  try { store.setItem(draftKey(asks), kept); } catch (full) { return null; }
  return kept;
}
function written(question) { return store && store.getItem(draftKey(question)); }
function forget(question) { touched = false; if (store) store.removeItem(draftKey(question)); }
function read(key) {
  try { var kept = JSON.parse(store.getItem(key)); return kept && kept.inputs ? kept : null; } catch (broken) { return null; }
}

function named(form, name) { return all("[name]", form).filter(function (input) { return input.name === name && input.type !== "hidden"; }); }
function fill(form, name, value) {
  named(form, name).forEach(function (input) {
    if (input.type === "radio" || input.type === "checkbox") input.checked = input.value === value;
    else input.value = value;
  });
}
function restore() {
  var form = one("form[data-draft]"), kept = form && store && read(draftKey(asks));
  if (!kept) return;
  var before = JSON.stringify(draft(form));
  Object.keys(kept.inputs).forEach(function (name) {
    var inputs = named(form, name), old = kept.inputs[name];
    if (!inputs.length && old.values.join("")) inputs = spare(form, name);
    inputs.forEach(function (input) {
      var folded = input.closest("details"), stood = old.pick ? input.checked : input.value;
      if (old.pick) input.checked = old.values.indexOf(input.value) >= 0;
      else input.value = old.values[0];
      if (folded && stood !== (old.pick ? input.checked : input.value)) folded.open = true;
    });
  });
  all(".ballot", form).forEach(count);
  if (kept.sent) send(form);
  else if (JSON.stringify(draft(form)) === before && !one(".problem")) forget(asks);
  else { touched = true; say(form, "kept"); }
}
// A line that was half written had an id of its own; it keeps it, so that sending twice is one card.
function spare(form, name) {
  var group = one('[data-lines="' + name.replace(/\.[^.]*$/, "") + '"]', form);
  if (!group) return [];
  var free = all("textarea", group).filter(function (input) { return !input.value; })[0] || oneMore(group);
  if (!free) return [];
  free.name = name;
  return [free];
}
function stale() {
  var box = one("#draft"), start = "workshop:" + body.dataset.meeting + ":", texts = [], keys = [];
  if (!box || !store) return;
  Object.keys(store).forEach(function (key) {
    if (key.indexOf("workshop:") === 0 && key.indexOf(start) !== 0) store.removeItem(key);
    else if (key.indexOf(start) === 0 && key !== draftKey(asks)) keys.push(key);
  });
  var list = one("ul", box);
  keys.forEach(function (key) {
    var kept = read(key) || { inputs: {} }, own = [];
    Object.keys(kept.inputs).forEach(function (name) { if (!kept.inputs[name].pick) own = own.concat(kept.inputs[name].values); });
    own = own.filter(function (text) { return text.trim() && !/^[0-9a-f]{12}$/.test(text); });
    texts = texts.concat(kept.sent && !own.length ? list.dataset.choice : own);
  });
  list.textContent = "";
  texts.forEach(function (text) { var item = document.createElement("li"); item.textContent = text; list.appendChild(item); });
  // What was just refused stands on the page already.
  box.hidden = !texts.length || !!one("section.kept:not(#draft)");
  one("button", box).onclick = function () { keys.forEach(function (key) { store.removeItem(key); }); box.hidden = true; one("h1").focus(); };
}
