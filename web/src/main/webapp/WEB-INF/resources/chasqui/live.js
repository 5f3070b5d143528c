// Keeps a page up to date: listens for events, asks Faces to render the parts anew, says how it stands.
(() => {
  const REFRESH_AFTER = 500;
  const TIDY_EVERY = 30000;
  const SILENCE = 30000;
  const FIRST_RETRY = 1000;
  const LAST_RETRY = 15000;

  const pill = document.getElementById("live");
  const said = document.getElementById("live-said");
  let source = null;
  let announced = 0;
  let refreshing = false;
  let wanted = false;
  let lastRefresh = 0;
  let timer = 0;
  let retry = FIRST_RETRY;
  let silence = 0;

  const shown = () => Number(document.querySelector("[data-version]")?.dataset.version ?? 0);
  const paused = () => pill.dataset.live === "paused";

  const say = state => {
    if (pill.dataset.live === state) {
      return;
    }
    const loud = state === "reconnecting" || pill.dataset.live === "reconnecting";
    pill.dataset.live = state;
    const text = pill.dataset["text" + state[0].toUpperCase() + state.slice(1)];
    pill.querySelector(".live-text").textContent = text;
    if (loud) {
      said.textContent = text;
    }
  };

  const refresh = () => {
    wanted = true;
    if (refreshing || timer || paused() || document.hidden) {
      return;
    }
    timer = setTimeout(() => {
      timer = 0;
      wanted = false;
      refreshing = true;
      lastRefresh = Date.now();
      window.chasquiRefresh();
    }, Math.max(0, lastRefresh + REFRESH_AFTER - Date.now()));
  };

  // Called by the p:remoteCommand of the page.
  const refreshed = (xhr, status) => {
    refreshing = false;
    if (status !== "success") {
      lost();
    } else if (wanted || shown() < announced) {
      refresh();
    }
  };

  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(lost, SILENCE);
  };

  const lost = () => {
    clearTimeout(silence);
    source?.close();
    if (source !== null && !paused()) {
      say("reconnecting");
      setTimeout(reconnect, retry + Math.random() * 500);
      retry = Math.min(retry * 2, LAST_RETRY);
    }
    source = null;
  };

  const reconnect = async () => {
    if (paused() || source !== null) {
      return;
    }
    try {
      const answer = await fetch(pill.dataset.events, { method: "HEAD", cache: "no-store" });
      if (answer.status === 401 || answer.status === 403) {
        const here = encodeURIComponent(location.pathname + location.search);
        location.assign(`${pill.dataset.login}?from=${here}`);
        return;
      }
      if (!answer.ok) {
        throw new Error(answer.statusText);
      }
      listen();
      refresh();
    } catch {
      source = { close() {} };
      lost();
    }
  };

  const listen = () => {
    source = new EventSource(pill.dataset.events);
    source.addEventListener("open", () => {
      retry = FIRST_RETRY;
      say("live");
      heard();
    });
    source.addEventListener("beat", heard);
    source.addEventListener("change", event => {
      heard();
      announced = Number(event.data);
      refresh();
    });
    source.addEventListener("error", lost);
  };

  const pause = () => {
    say("paused");
    clearTimeout(silence);
    source?.close();
    source = null;
  };

  const resume = () => {
    say("connecting");
    listen();
    refresh();
  };

  pill.addEventListener("click", () => (paused() ? resume() : pause()));
  document.addEventListener("visibilitychange", () => wanted && refresh());
  window.addEventListener("pagehide", () => source?.close());
  // The last fifteen minutes move on without any message.
  setInterval(() => Date.now() - lastRefresh > TIDY_EVERY && pill.dataset.live === "live" && refresh(), TIDY_EVERY);

  window.chasquiLive = { refreshed };
  listen();
  if (window.chasquiPreferences.zoneIsNew) {
    window.addEventListener("load", refresh);
  }
})();
