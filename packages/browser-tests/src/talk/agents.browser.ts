import { afterAll, beforeEach, expect, test } from 'vitest';
import { describeEngines, FULL } from '../harness/describe-engines.ts';
import { openAgent } from './agent.ts';
import { hire } from './hire.ts';
import { openPlace } from './place.ts';
import { expectAllSaid, saidIn } from './transcripts.ts';
import { askInStore } from './visitor-window.ts';

const place = await openPlace();
const { agents, visitors } = place;
const robin = await hire(place.gateway, { name: 'Robin' });
/** No other test has one of this name to hand over to. */
const yuki = await hire(place.gateway, { name: 'Yuki' });
const juno = await hire(place.gateway, { name: 'Juno', maxConversations: 1 });

afterAll(() => place.stop());
beforeEach(() => agents.mend());

describeEngines(FULL, (arrive, engine) => {
  const by = (words: string) => `${words}, ${engine}`;
  const ask = async (words: string) => {
    const visitor = await askInStore((await arrive()).page, place.site);
    await visitor.write(by(words));
    return visitor;
  };
  const open = async (who: typeof robin) =>
    openAgent((await arrive()).page, who, agents.origin);

  test('[RT1] both agents are offered it; one takes it, and the other’s offer goes', async () => {
    const [one, other] = [await open(robin), await open(yuki)];
    const visitor = await ask('who takes me');
    await one.waiting(by('who takes me')).waitFor();
    await other.waiting(by('who takes me')).waitFor();
    await one.accept(by('who takes me'));
    await other.waiting(by('who takes me')).waitFor({ state: 'detached' });
    await visitor.transcript.getByText('Robin joined').waitFor();
    expect(await other.page.getByRole('log').count()).toBe(0);
    await one.end();
  });

  test('[RT4] it is handed over with a note that the visitor never gets', async () => {
    const [one, other] = [await open(robin), await open(yuki)];
    const visitor = await ask('hand me over');
    await one.accept(by('hand me over'));
    await one.note('a note between us');
    await one.page.keyboard.press('Alt+t');
    const dialog = one.page.getByRole('dialog');
    await dialog.getByLabel(/^Yuki/).first().check();
    await dialog.getByLabel('Note for whoever takes it').fill('mind the step');
    await dialog.getByRole('button', { name: 'Transfer' }).click();
    await visitor.transcript.getByText(/^Handing you over/).waitFor();

    await other.accept(by('hand me over'));
    await visitor.transcript.getByText('Yuki joined').waitFor();
    for (const note of ['a note between us', 'mind the step'])
      await other.transcript.getByText(note).waitFor();
    await other.write('Yuki here');
    await visitor.write('hello Yuki');
    await other.transcript.getByText('hello Yuki').waitFor();
    // It is not the first one's any more.
    await one.page.getByText('No longer yours').waitFor();
    expect(await saidIn(visitor.transcript)).toEqual(
      expect.arrayContaining(['Yuki here', 'hello Yuki']),
    );
    // Not on the screen, and not on the wire.
    expect(visitors.heard()).toContain('Yuki here');
    expect(visitors.heard()).not.toMatch(/between us|mind the step/);
    await other.end();
  });

  test('[RT2] an agent is offered as many conversations as they can take', async () => {
    const [one, other] = [await open(juno), await open(robin)];
    await ask('first of two');
    await one.accept(by('first of two'));
    await ask('second of two');
    await other.waiting(by('second of two')).waitFor();
    await one.page
      .getByText('1 of 1 conversations in use')
      .waitFor({ state: 'attached' });
    expect(await one.waiting(by('second of two')).count()).toBe(0);
    await one.end();
    await one.accept(by('second of two'));
    await one.transcript.getByText(by('second of two')).waitFor();
    await one.end();
  });

  test('[CS8] an agent reloads the page and goes on', async () => {
    const agent = await open(robin);
    const visitor = await ask('do you forget me');
    await agent.accept(by('do you forget me'));
    await agent.write('never');
    await agent.note('for later');
    await agent.composer.fill('half an ans');
    await visitor.transcript.getByText('never').waitFor();
    await agent.page.reload();
    await agent.transcript.getByText(by('do you forget me')).waitFor();
    await agent.transcript.getByText('for later').waitFor();
    await expect.poll(() => agent.composer.inputValue()).toBe('half an ans');
    await agent.write('half an answer');
    await visitor.write('good');
    await agent.transcript.getByText('good').waitFor();
    expect(
      (await saidIn(agent.transcript)).filter((text) => text !== 'for later'),
    ).toEqual([by('do you forget me'), 'never', 'half an answer', 'good']);
    await agent.end();
  });

  test('[CS3] an agent’s connection is lost and comes back', async () => {
    const agent = await open(robin);
    const visitor = await ask('can you hear me');
    await agent.accept(by('can you hear me'));
    agents.cut();
    await agent.page
      .getByText(/^Connection lost/)
      .first()
      .waitFor();
    await agent.write('written without a line');
    await visitor.write('still there');
    agents.mend();
    await expectAllSaid(agent, visitor, [
      [by('can you hear me'), 'still there'],
      ['written without a line'],
    ]);
    // It was theirs all the time: nobody else was asked.
    expect(await visitor.transcript.getByText('Robin left').count()).toBe(0);
    await agent.end();
  });
});
