// Loads the page again when the site behind it has changed. The server tells
// the number of its present state; a page with another number is old. A hidden
// page does not listen, as browsers allow few connections to one host.
const generation = document.currentScript.dataset.generation;
let events = null;

function listen() {
  events = new EventSource("/_gongkai/events");
  events.onmessage = (event) => {
    if (event.data !== generation) location.reload();
  };
}

function follow() {
  if (document.hidden && events) {
    events.close();
    events = null;
  } else if (!document.hidden && !events) {
    listen();
  }
}

document.addEventListener("visibilitychange", follow);
follow();
