// Keeps the reader's language, theme and time zone in cookies: the server needs them for the first byte.
(() => {
  const YEAR = 31536000;

  const cookie = name =>
    document.cookie.split("; ").find(pair => pair.startsWith(name + "="))?.slice(name.length + 1);

  const remember = (name, value) => {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
  };

  const applyTheme = theme => {
    document.documentElement.dataset.theme = theme;
    document.querySelectorAll("[data-preference=theme]").forEach(select => (select.value = theme));
  };

  const choose = {
    language(value) {
      remember("chasqui-language", value);
      location.assign(location.pathname + location.search);
    },
    theme(value) {
      remember("chasqui-theme", value);
      localStorage.setItem("chasqui-theme", value);
      applyTheme(value);
    },
  };

  // A slash in a cookie would need quoting.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone?.replaceAll("/", ".");
  const zoneIsNew = Boolean(zone) && cookie("chasqui-zone") !== zone;
  if (zoneIsNew) {
    remember("chasqui-zone", zone);
  }

  document.addEventListener("change", event => {
    const preference = event.target.dataset?.preference;
    if (preference) {
      choose[preference](event.target.value);
    }
  });

  // Another tab's choice.
  window.addEventListener("storage", event => {
    if (event.key === "chasqui-theme" && event.newValue) {
      applyTheme(event.newValue);
    }
  });

  window.chasquiPreferences = { zoneIsNew };
})();
