// Asking the meeting's computer: how long its answer may take, and whether it is its answer at all.

// Milliseconds: a phone that changed network may else wait for ever.
var PATIENCE = 30000;

function ask(address, options) {
  var stop = window.AbortController && new AbortController();
  options.headers = { "X-Part": "1" };
  options.credentials = "same-origin";
  if (stop) { options.signal = stop.signal; setTimeout(function () { stop.abort(); }, PATIENCE); }
  return fetch(address, options);
}
// What a network's own page, or a tunnel without the meeting's computer behind it, answers is no page of ours.
function ours(text) {
  var page = new DOMParser().parseFromString(text, "text/html");
  if (!page.getElementById("main") || !page.getElementById("foot")) throw new Error("not ours");
  return page;
}
