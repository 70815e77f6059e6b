// Forms: one more line, votes used, what a choice brings along.

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
function two(number) { return ("0" + number).slice(-2); }
function clock() {
  var dial = one("[data-left]");
  if (!dial) return;
  var end = Date.now() + dial.dataset.left * 1000;
  (function tick() {
    if (!document.contains(dial)) return;
    var left = Math.round((end - Date.now()) / 1000), size = Math.abs(left);
    var hours = Math.floor(size / 3600), minutes = Math.floor(size / 60) % 60;
    dial.textContent = (left < 0 ? "−" : "") + (hours ? hours + ":" + two(minutes) : minutes) + ":" + two(size % 60);
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
