import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { base, onPage } from "../stage.js";

describe("the model page", () => {
  it("shows the figures that the server gives", () =>
    onPage("/model.html", {}, async (page) => {
      await page.locator(".headline").first().waitFor();
      const card = await (await fetch(`${base()}/api/v1/model`)).json();
      const [main] = Object.values(card.figures.figures ?? card.figures);
      assert.equal(await page.locator(".headline .big").first().innerText(), main.macroF1.toFixed(3));
      assert.equal(await page.locator(".confusion .cell").count(), 16);
      assert.equal(await page.locator(".reliability .bin").count(), main.reliability.length);
      for (const heading of ["Role by role", "In parts", "Changes that must not matter", "Where it was surest and wrong", "Limits"]) {
        assert.ok(await page.getByRole("heading", { name: heading }).isVisible(), heading);
      }
    }));
});
