import { describe, expect, it } from 'vitest'
import { findMunicipality, municipalities, municipalityNames, readMunicipality } from './municipalities'

describe('the municipalities', () => {
  it('are 342, each with a code of its own', () => {
    expect(municipalities).toHaveLength(342)
    expect(new Set(municipalities.map(({ code }) => code)).size).toBe(342)
  })

  it('are all found by their own name and code', () => {
    for (const municipality of municipalities) {
      expect(readMunicipality(municipality.name)).toEqual(municipality)
      expect(readMunicipality(municipality.code.toLowerCase())).toEqual(municipality)
      expect(findMunicipality(municipality.code)).toEqual(municipality)
    }
  })

  it('are all found by what the list offers', () => {
    for (const { name } of municipalityNames) expect(readMunicipality(name), name).not.toBeNull()
  })

  it.each([
    ['Den Haag', "'s-Gravenhage"],
    ['den haag ', "'s-Gravenhage"],
    ['gravenhage', "'s-Gravenhage"],
    ['’s-Gravenhage', "'s-Gravenhage"],
    ['Den Bosch', "'s-Hertogenbosch"],
    ['s hertogenbosch', "'s-Hertogenbosch"],
    ['AMSTERDAM', 'Amsterdam'],
    ['Hengelo', 'Hengelo (O.)'],
    ['sudwest fryslan', 'Súdwest-Fryslân'],
    ['Nuenen, Gerwen en Nederwetten', 'Nuenen, Gerwen en Nederwetten'],
  ])('%s is %s', (typed, name) => {
    expect(readMunicipality(typed)?.name).toBe(name)
  })

  it.each(['', ' ', 'Bergen', 'Atlantis', 'GM9999', '=1+1'])('%j is none, or not one alone', (typed) => {
    expect(readMunicipality(typed)).toBeNull()
  })
})
