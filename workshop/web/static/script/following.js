// Following the meeting: hearing of news, and saying who is gone when there are none.

// Milliseconds: the computer says something every 10 s; one that sleeps does not even hang up.
var SILENT = 15000, DEAD = 40000, source, heard = 0, tried = 0, lostTimer, soonTimer, loading = false, behind = false;

function load() {
  if (loading) { behind = true; return; }
  loading = true;
  ask(location.pathname, {})
    .then(function (answer) { return answer.text(); }).then(ours)
    .then(function (page) { if (!sending) show(page, false); }, function () { return; })
    .then(function () { loading = false; if (behind) { behind = false; load(); } });
}
// Not all phones of the room in the same instant.
function soon() { clearTimeout(soonTimer); soonTimer = setTimeout(load, Math.random() * 300); }
function follow() {
  if (source) source.close();
  tried = Date.now();
  source = new EventSource(events);
  source.onopen = found;
  source.onmessage = function (event) {
    found();
    var news = JSON.parse(event.data);
    if (news.version !== version) soon();
  };
  source.onerror = function () {
    lose();
    if (source.readyState === 2) setTimeout(follow, 2000);
  };
}
function found() { heard = Date.now(); clearTimeout(lostTimer); lostTimer = null; one("#lost").textContent = ""; follows(true); }
// Who is followed to the next item needs no button for it.
function follows(yes) { document.documentElement.classList.toggle("follows", yes); }
function lose() {
  if (lostTimer) return;
  lostTimer = setTimeout(function () {
    follows(false);
    var lost = one("#lost");
    // A computer that changes network has a new address, where this phone is a stranger without its code.
    var away = navigator.onLine === false, mine = one(".mine");
    lost.textContent = away ? lost.dataset.phone : lost.dataset.meeting;
    if (!away && mine) lost.textContent += " " + lost.dataset.code.replace("#", mine.textContent);
  }, 5000);
}
function check() {
  if (!events || document.hidden) return;
  var silent = Date.now() - heard;
  if (silent > SILENT) lose();
  if (!source || source.readyState === 2 || silent > DEAD && Date.now() - tried > 10000) follow();
}
