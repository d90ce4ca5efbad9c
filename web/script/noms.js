// All the script there is. Every page works without it; these three only make it kinder.
import { Button } from "govuk-frontend/dist/govuk/components/button/button.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { PasswordInput } from "govuk-frontend/dist/govuk/components/password-input/password-input.mjs";

// The components refuse to start on a page that does not say it can run them.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

/** Starts a component on each element that names it. */
function start(Component, options = {}) {
  for (const element of document.querySelectorAll(`[data-module="${Component.moduleName}"]`)) {
    new Component(element, options);
  }
}

start(ErrorSummary);
start(PasswordInput);
start(Button, { preventDoubleClick: true });
