// What happens when a page has been loaded.

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
setInterval(check, 5000);
follow();
