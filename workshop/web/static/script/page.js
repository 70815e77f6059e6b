// What the other parts need: finding things on the page, and telling what is new aloud.

var body = document.body, events = body.dataset.events;
var version = body.dataset.version, asks = body.dataset.asks;
// Whether something is half-written on this page, and whether an answer is on its way.
var touched = false, sending = false;

function one(selector, where) { return (where || document).querySelector(selector); }
function all(selector, where) { return [].slice.call((where || document).querySelectorAll(selector)); }
function tell(words) { var news = one("#news"); news.textContent = ""; if (words) setTimeout(function () { news.textContent = words; }, 60); }
