// What a reader does with a list: chooses in its menus, and sees what fits, without a script.

import { serve } from "./server.mjs";

const LISTS = ["claims/index.html", "studies/index.html"];

/** The items of a list that can be seen, and how many the page says there are. */
const shown = (page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll(".filtered > li"), (item) => ({
      classes: [...item.classList],
      visible: item.checkVisibility(),
    })));

/** Each choice of each menu shows what fits it and hides the rest. */
export async function checkFilters(browser, tally, name, folder) {
  const { origin, close } = await serve(folder);
  const context = await browser.newContext({ javaScriptEnabled: true, viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  for (const path of LISTS) {
    await page.goto(`${origin}/${path}`);
    const subject = `${name} ${path}`;
    const all = await shown(page);
    tally.note("a list is whole until it is filtered", subject, all.every(({ visible }) => visible) ? [] : ["some items are hidden"]);
    const menus = await page.locator(".filter select").all();
    const problems = menus.length > 0 ? [] : ["there are no menus"];
    for (const menu of menus) {
      const choices = await menu.locator("option").evaluateAll((options) => options.map(({ value }) => value));
      for (const choice of choices.slice(1)) {
        await menu.selectOption(choice);
        const wrong = (await shown(page)).filter(({ classes, visible }) => visible !== classes.includes(choice));
        if (wrong.length > 0) problems.push(`${choice}: ${wrong.length} items are wrongly shown or hidden`);
      }
      await menu.selectOption("all");
    }
    tally.note("a menu hides what does not fit", subject, problems);
  }
  await context.close();
  close();
}
