// What the pages do when there is a script: follow the meeting, keep drafts, send again.
// Everything works without it. All words come from the page, in the reader's language.
(function () {
  "use strict";
  var body = document.body, events = body.dataset.events;
  var version = body.dataset.version, asks = body.dataset.asks;
  var source, heard = 0, lostTimer, soonTimer, loading = false, again = false, touched = false, sending = false;

  function one(selector, where) { return (where || document).querySelector(selector); }
  function all(selector, where) { return [].slice.call((where || document).querySelectorAll(selector)); }
  function tell(words) { var news = one("#news"); news.textContent = ""; if (words) setTimeout(function () { news.textContent = words; }, 60); }

  // --- drafts: what is typed and not yet received, kept on this phone by meeting and question

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
    if (store && "draft" in form.dataset) try { store.setItem(draftKey(asks), JSON.stringify(draft(form))); } catch (full) { return; }
  }
  function forget(question) { touched = false; if (store) store.removeItem(draftKey(question)); }
  function read(key) { try { return JSON.parse(store.getItem(key)); } catch (broken) { return null; } }

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
    Object.keys(kept).forEach(function (name) {
      var inputs = named(form, name), old = kept[name];
      if (!inputs.length && old.values.join("")) inputs = spare(form, name);
      inputs.forEach(function (input) {
        if (old.pick) input.checked = old.values.indexOf(input.value) >= 0;
        else input.value = old.values[0];
      });
    });
    if (JSON.stringify(draft(form)) === before) forget(asks);
    else touched = true;
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
    keys.forEach(function (key) {
      var kept = read(key) || {};
      Object.keys(kept).forEach(function (name) { if (!kept[name].pick) texts = texts.concat(kept[name].values); });
    });
    texts = texts.filter(function (text) { return text.trim() && !/^[0-9a-f]{12}$/.test(text); });
    var list = one("ul", box);
    list.textContent = "";
    texts.forEach(function (text) { var item = document.createElement("li"); item.textContent = text; list.appendChild(item); });
    // What was just refused stands on the page already.
    box.hidden = !texts.length || !!one("section.kept:not(#draft)");
    one("button", box).onclick = function () { keys.forEach(function (key) { store.removeItem(key); }); box.hidden = true; one("h1").focus(); };
  }

  // --- forms: one more line, votes used, what a choice brings along

  function fresh() {
    var bytes = new Uint8Array(6);
    (window.crypto || window.msCrypto).getRandomValues(bytes);
    return [].map.call(bytes, function (byte) { return ("0" + byte.toString(16)).slice(-2); }).join("");
  }
  function oneMore(group) {
    var lines = all(".line", group), more = one(".more", group);
    if (lines.length >= +group.dataset.most) return null;
    var line = lines[lines.length - 1].cloneNode(true), input = one("textarea", line), label = one("label", line);
    var id = fresh();
    input.value = "";
    input.name = group.dataset.lines + "." + id;
    label.htmlFor = input.id = "line-" + id;
    label.textContent = more.dataset.label.replace("#", lines.length + 1);
    more.parentNode.insertBefore(line, more);
    more.hidden = lines.length + 1 >= +group.dataset.most;
    return input;
  }
  function count(ballot) {
    var counter = one(".counter", ballot), used = 0;
    all("input", ballot).forEach(function (input) {
      if (input.type === "number") used += Math.max(0, parseInt(input.value, 10) || 0);
      else if (input.checked) used += 1;
    });
    var over = used > +counter.dataset.votes;
    var words = (over ? counter.dataset.over : counter.dataset.used).replace("#", used);
    counter.hidden = false;
    counter.classList.toggle("over", over);
    if (counter.textContent !== words) counter.textContent = words;
  }
  function dress() {
    all("[data-lines]").forEach(function (group) { one(".more", group).hidden = all(".line", group).length >= +group.dataset.most; });
    all(".ballot").forEach(count);
    // With a script the draft is kept, and a language can be chosen by itself.
    all(".languages [form]").forEach(function (button) { button.removeAttribute("form"); });
    clock();
  }
  function clock() {
    var dial = one("[data-left]");
    if (!dial) return;
    var end = Date.now() + dial.dataset.left * 1000;
    (function tick() {
      if (!document.contains(dial)) return;
      var left = Math.round((end - Date.now()) / 1000), size = Math.abs(left);
      dial.textContent = (left < 0 ? "−" : "") + Math.floor(size / 60) + ":" + ("0" + size % 60).slice(-2);
      setTimeout(tick, 1000);
    })();
  }

  document.addEventListener("input", function (event) {
    var form = event.target.form, ballot = event.target.closest(".ballot");
    if (ballot) count(ballot);
    var chosen = event.target.tagName === "SELECT" ? event.target.options[event.target.selectedIndex] : event.target;
    if (form && chosen.dataset.fills) {
      var fills = JSON.parse(chosen.dataset.fills);
      Object.keys(fills).forEach(function (name) { fill(form, name, fills[name]); });
    }
    if (form) keep(form);
  });
  document.addEventListener("click", function (event) {
    var more = event.target.closest(".more");
    if (!more) return;
    var input = oneMore(more.closest("[data-lines]"));
    if (input) input.focus();
  });

  // --- sending: again by itself when there is no connection

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
    sending = true;
    button.disabled = true;
    status.textContent = status.dataset.sending;
    fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { "X-Part": "1" }, credentials: "same-origin" })
      .then(function (answer) {
        return answer.text().then(function (text) {
          sending = false;
          if (answer.ok) forget(question);
          show(text, true);
          if (answer.redirected) history.replaceState(null, "", "/");
        });
      }, function () {
        status.textContent = status.dataset.later;
        setTimeout(function () { if (document.contains(form)) send(form); else sending = false; }, 2500);
      });
  }

  // --- following the meeting

  function show(text, whole) {
    var next = new DOMParser().parseFromString(text, "text/html"), title = next.title;
    if (!next.body.dataset.version && !whole) { location.reload(); return; }
    var moved = next.body.dataset.asks !== asks, inside = one("#main").contains(document.activeElement);
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
  function unsent() { return touched && (!store || !!read(draftKey(asks))); }
  function swap(part, next) {
    if (!next) { location.reload(); return; }
    var used = "keep" in part.dataset ? one("details[open]", part) : unsent() && one("form[data-draft]", part);
    if (used) { if ("keep" in part.dataset && plain(part) !== plain(next)) halt(); return; }
    if (part.innerHTML !== next.innerHTML) part.innerHTML = next.innerHTML;
  }
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
  function load() {
    if (loading) { again = true; return; }
    loading = true;
    fetch(location.pathname, { headers: { "X-Part": "1" }, credentials: "same-origin" })
      .then(function (answer) { return answer.text(); })
      .then(function (text) { if (!sending) show(text, false); }, function () { return; })
      .then(function () { loading = false; if (again) { again = false; load(); } });
  }
  // Not all phones of the room in the same instant.
  function soon() { clearTimeout(soonTimer); soonTimer = setTimeout(load, Math.random() * 300); }
  function follow() {
    if (source) source.close();
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
    if (!source || source.readyState === 2 || Date.now() - heard > 40000) follow();
  }

  document.documentElement.className = "script";
  dress();
  if (!events) return;
  if (one(".received")) forget(asks);
  restore();
  stale();
  if (one("[data-say]")) tell(one("[data-say]").textContent);
  if (!window.EventSource || !window.fetch) return;
  window.addEventListener("online", follow);
  window.addEventListener("offline", lose);
  window.addEventListener("pageshow", check);
  document.addEventListener("visibilitychange", check);
  setInterval(check, 10000);
  follow();
})();
