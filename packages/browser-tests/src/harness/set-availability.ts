import { rename, writeFile } from 'node:fs/promises';
import { surroundings } from './surroundings.ts';
import { until } from './until.ts';

const { availabilityFile, gateway } = surroundings;

/** Writes who is at work, by skill, and waits until the gateway says so. */
export async function setAvailability(
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
  const example = site === '*' ? 'fernway' : site;
  await until('the new availability', async () => {
    const answer = await fetch(
      `${gateway}/v1/sites/${example}/availability?skills=${asked.join(',')}`,
    );
    const told = (await answer.json()) as { skills: Record<string, string> };
    const isNew = Object.values(skills).every((state, index) => {
      return told.skills[Object.keys(skills)[index] ?? ''] === state;
    });
    return isNew || site === '*' || undefined;
  });
}
