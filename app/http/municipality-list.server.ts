import { municipalityNames } from '~/content/municipalities'

/** What a municipality field offers while somebody types. */
export function municipalityOptions(): { value: string; hint: string }[] {
  return municipalityNames.map(({ name, hint }) => ({ value: name, hint }))
}
