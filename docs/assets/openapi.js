// Shows an OpenAPI document with Scalar. Nothing is fetched from, or sent to, another host: the
// page's Content-Security-Policy forbids it, and what would try is switched off.
const chosen = JSON.parse(localStorage.getItem("/.__palette") || "null");
const system = matchMedia("(prefers-color-scheme: dark)").matches;
const dark = chosen && chosen.color ? chosen.color.scheme === "slate" : system;

const app = document.getElementById("app");
app.replaceChildren(); // the note for those without JavaScript

Scalar.createApiReference(app, {
  url: document.currentScript.dataset.document,
  forceDarkModeState: dark ? "dark" : "light",
  hideDarkModeToggle: true,
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideTestRequestButton: true,
  hideClientButton: true,
  showDeveloperTools: "never",
  hiddenClients: true,
  documentDownloadType: "json",
  defaultOpenAllTags: false,
  layout: "modern",
  customCss: ":root { --scalar-custom-header-height: 48px }",
});
