// Showing the newest page without touching what is half-written.

function within() { return one("#main").contains(document.activeElement); }
function show(next, whole, inside) {
  var title = next.title;
  if (!next.body.dataset.version && !whole) { location.reload(); return; }
  var moved = next.body.dataset.asks !== asks;
  inside = inside || within();
  if (unsent() && !whole && moved && one("form[data-draft]")) { halt(); return; }
  var focused = document.activeElement && document.activeElement.id;
  if (whole || moved) {
    ["main", "foot"].forEach(function (id) { one("#" + id).innerHTML = next.getElementById(id).innerHTML; });
    touched = false;
  }
  else all("[data-live]").forEach(function (part) { swap(part, next.getElementById(part.id)); });
  version = next.body.dataset.version;
  asks = next.body.dataset.asks;
  document.title = title;
  dress();
  restore();
  stale();
  var said = one("[data-say]");
  if (whole || moved) {
    tell(said ? said.textContent : one("h1").textContent);
    if (inside) (one(".problem") || one("h1")).focus({ preventScroll: true });
    window.scrollTo(0, 0);
  } else if (focused && one("#" + CSS.escape(focused))) one("#" + CSS.escape(focused)).focus({ preventScroll: true });
}
// What another page of this phone has sent meanwhile is not half-written here any more.
function unsent() { return touched && (!store || !!written(asks)); }
function swap(part, next) {
  if (!next) { location.reload(); return; }
  var used = "keep" in part.dataset ? one("details[open]:not(.group)", part) : unsent() && one("form[data-draft]", part);
  if (used) { if ("keep" in part.dataset && plain(part) !== plain(next)) halt(); return; }
  // "Received" stands until one writes again or the meeting moves on, whatever others do meanwhile.
  var got = part.id === "point" && one(".received", part);
  // What was unfolded stays so.
  all("details[open][id]", part).forEach(function (old) { var same = one("#" + CSS.escape(old.id), next); if (same) same.open = true; });
  if (part.innerHTML !== next.innerHTML) replace(part, next);
  if (got && !one(".received", part)) part.insertBefore(got, part.firstChild);
}
// Who hears the page is told what is new on it, not all of it again at every vote.
function replace(part, next) {
  var before = "aloud" in part.dataset && lines(part);
  part.innerHTML = next.innerHTML;
  if (before) tell(lines(part).filter(function (line) { return before.indexOf(line) < 0; }).slice(0, 9).join(". "));
}
function lines(part) { return all("p,li,dd,td,th,h2,h3", part).map(function (one) { return one.textContent.replace(/\s+/g, " ").trim(); }); }
// Fresh ids of empty lines, and what is opened, are no news.
function plain(part) { return part.innerHTML.replace(/[0-9a-f]{12}/g, "").replace(/ open=""/g, ""); }
function halt() {
  var moved = one("#moved"), link = document.createElement("a");
  if (!moved || moved.firstChild) return;
  moved.textContent = moved.dataset.words + " ";
  link.href = location.pathname;
  link.textContent = moved.dataset.link;
  moved.appendChild(link);
}
