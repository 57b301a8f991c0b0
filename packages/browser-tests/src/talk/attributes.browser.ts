import { expect, test } from 'vitest';
import { describeEngines, FULL } from '../harness/describe-engines.ts';
import { pageUrl, surroundings } from '../harness/surroundings.ts';
import { openAgent } from './agent.ts';
import { hire } from './hire.ts';
import { askInStore } from './visitor-window.ts';

const robin = await hire(surroundings.gateway);

describeEngines(FULL, (arrive, engine) => {
  test('[GH28] an agent sees what the site reports while they talk', async () => {
    const agent = await openAgent((await arrive()).page, robin);
    const visitor = await askInStore((await arrive()).page);
    await visitor.write(`what is in it, ${engine}`);
    await agent.accept(`what is in it, ${engine}`);
    const shown = agent.page.getByText('Lost parcel');
    expect(await shown.count()).toBe(0);
    await visitor.page.evaluate(
      `beckon('attributes', { type: 'service', topic: 'Lost parcel' })`,
    );
    await shown.waitFor();
    // It stays when the visitor goes on, and when the console is loaded anew.
    await visitor.page.goto(pageUrl('store/knives/'));
    await agent.page.reload();
    await agent.page.getByText('Lost parcel').waitFor();
    await agent.end();
  });
});
