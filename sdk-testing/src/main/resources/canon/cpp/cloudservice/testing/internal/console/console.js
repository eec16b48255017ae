// Adds requests to the log as they come. The page works without it.
"use strict";

const rows = document.getElementById("log-rows");
const pauseMillis = 1500;
const shown = 50;
let next = Number(rows.dataset.next);

function isolated(text) {
  const bdi = document.createElement("bdi");
  bdi.textContent = text;
  return bdi;
}

function element(name, ...content) {
  const created = document.createElement(name);
  created.append(...content);
  return created;
}

function answer(request) {
  return [
    request.status,
    request.code,
    ...(request.invalidFields || []),
    request.replayed && "replayed",
    request.applied && "applied",
    request.dropped && "dropped",
  ].filter(Boolean).join(" ");
}

function add(request) {
  const account = request.account;
  const what = request.operation || request.method + " (not modelled)";
  const path = element("div", isolated(request.path));
  path.className = "hint";
  const by = element("div", isolated(account ? account.email || account.subject : "unknown"));
  by.className = "hint";
  const row = element(
    "tr",
    element("td", String(request.number)),
    element("td", element("div", isolated(what)), path, by),
    element("td", isolated(answer(request))),
  );
  rows.prepend(row);
  while (rows.rows.length > shown) {
    rows.lastElementChild.remove();
  }
}

async function follow() {
  try {
    if (!document.hidden) {
      const log = await (await fetch("/_fake/log?after=" + next)).json();
      log.requests.forEach(add);
      next = log.next;
    }
  } catch {
    // The fake was ended; it may come back.
  }
  setTimeout(follow, pauseMillis);
}

follow();
