// Adds requests to the log as they come. The page works without it.
"use strict";

const rows = document.getElementById("log-rows");
const pauseMillis = 1500;
const shown = 50;
let next = Number(rows.dataset.next);

function cell(text) {
  const isolated = document.createElement("bdi");
  isolated.textContent = text;
  const td = document.createElement("td");
  td.append(isolated);
  return td;
}

function answer(request) {
  return [
    request.status,
    request.code,
    request.replayed && "replayed",
    request.landed && "landed",
    request.dropped && "dropped",
  ].filter(Boolean).join(" ");
}

function add(request) {
  const account = request.account;
  const row = document.createElement("tr");
  row.append(
    cell(String(request.number)),
    cell(request.operation || request.method + " " + request.path),
    cell(account ? account.email || account.subject : "nobody known"),
    cell(answer(request)),
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
