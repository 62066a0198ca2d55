import { expect, test } from 'vitest'
import { findUnwritable } from '../../src/actor/unwritableText.ts'

test('texts that a format cannot hold are found wherever they are', () => {
  const record = {
    name: 'a\u0000b',
    description: 'a line\n\tanother\r\n😀',
    actions: ['fine', 'half \ud83d'],
    address: { street: '\uffff' },
    location: { latitude: 0 },
  }
  expect([...findUnwritable(record)]).toEqual([
    { path: 'name', value: 'U+0000' },
    { path: 'actions', value: 'U+D83D' },
    { path: 'address.street', value: 'U+FFFF' },
  ])
})
