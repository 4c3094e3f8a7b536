// Counts what passed and what failed, and says so line by line.

export class Tally {
  passed = 0;
  failed = 0;
  #perName = new Map();

  /** Notes the outcome of one check: it passed where there are no problems. */
  note(name, subject, problems) {
    const counts = this.#perName.get(name) ?? { passed: 0, failed: 0 };
    this.#perName.set(name, counts);
    if (problems.length === 0) {
      this.passed += 1;
      counts.passed += 1;
      return;
    }
    this.failed += 1;
    counts.failed += 1;
    // The first failures say what is wrong; a thousand of the same say no more.
    if (counts.failed <= 8) {
      console.log(`FAILED ${name}: ${subject}`);
      for (const problem of problems.slice(0, 6)) console.log(`    ${problem}`);
      if (problems.length > 6) console.log(`    … and ${problems.length - 6} more`);
    }
  }

  /** Prints each check with its counts. */
  report() {
    for (const [name, { passed, failed }] of this.#perName) {
      console.log(`${failed === 0 ? "ok    " : "FAILED"} ${name}: ${passed} passed, ${failed} failed`);
    }
  }
}

/** Works through `items` with `workers` at a time. */
export async function inParallel(items, workers, work) {
  let next = 0;
  const run = async (worker) => {
    while (next < items.length) {
      const item = items[next];
      next += 1;
      await work(item, worker);
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => run(worker)));
}

/** How long `work` takes, in milliseconds, beside its result. */
export async function timed(work) {
  const began = performance.now();
  const result = await work();
  return { result, took: performance.now() - began };
}

/** Prints a heading with the seconds since the start. */
export function step(words) {
  console.log(`\n-- ${words} (${(performance.now() / 1000).toFixed(0)} s)`);
}
