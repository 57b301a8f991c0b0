import { rename, writeFile } from 'node:fs/promises';
import type { RunningGateway } from './gateway.ts';
import { until } from './until.ts';

/** Writes who is at work, by skill, and waits until the gateway says so. */
export async function setAvailability(
  { availabilityFile, origin }: RunningGateway,
  site: string,
  skills: Readonly<Record<string, string>>,
): Promise<void> {
  // In one go, so that the gateway never reads half of it.
  await writeFile(
    `${availabilityFile}.new`,
    JSON.stringify({ [site]: skills }),
  );
  await rename(`${availabilityFile}.new`, availabilityFile);
  const asked = Object.keys(skills).map((skill) => encodeURIComponent(skill));
  await until('the new availability', async () => {
    const answer = await fetch(
      `${origin}/v1/sites/${site}/availability?skills=${asked.join(',')}`,
    );
    const told = (await answer.json()) as { skills: Record<string, string> };
    const isNew = Object.values(skills).every((state, index) => {
      return told.skills[Object.keys(skills)[index] ?? ''] === state;
    });
    return isNew || undefined;
  });
}
