import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import figures from '../examples/oten-2010.figures.json' with { type: 'json' }
import { describeWith, shared } from './shared.ts'

const FOLDER = 'data/oten-2010/'

describeWith(FOLDER, 'the example oten-2010 is the reconstruction that it says it is', () => {
  test('its actors, byte for byte', () => {
    const original = readFileSync(shared(`${FOLDER}acteurs.csv`))
    expect(original.length).toBeGreaterThan(100_000)
    const copy = readFileSync(new URL('../../examples/oten-2010/acteurs.csv', import.meta.url))
    expect(copy.equals(original)).toBe(true)
  })

  test('the figures that its statistics are held to, value for value', () => {
    expect(figures).toEqual(JSON.parse(readFileSync(shared(`${FOLDER}figures.json`), 'utf8')))
  })
})
