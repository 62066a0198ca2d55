import { describe, expect, test } from 'vitest'
import { loadPlainText, looksLikeHtml } from '../../src/crosswalk/htmlToText.ts'
import { fc } from '../fastCheck.ts'

describe('what looks like HTML', () => {
  test.each([
    '<p>a</p>',
    'a<br>b',
    'a<br/>b',
    '<a href="x">y</a>',
    'L&rsquo;école',
    'R&amp;D',
    '&#233;',
    '&eacute;',
  ])('%s does', text => {
    expect(looksLikeHtml(text)).toBe(true)
  })

  test.each([
    'R&D',
    'a < b > c',
    '5 <6 & 7> 3',
    'Dupont & fils; et compagnie',
    '<https://example.org>',
    '<jean@exemple.fr>',
    'I <3 u',
    '<pierre>',
  ])('%s does not', text => {
    expect(looksLikeHtml(text)).toBe(false)
  })
})

describe('the text of HTML', async () => {
  const toPlainText = await loadPlainText()

  test.each([
    ['<p>L&rsquo;&eacute;cole&nbsp;: un</p><p>deux</p>', 'L’école\u00a0: un\n\ndeux'],
    ['un<br>deux', 'un\ndeux'],
    ['<ul><li>un</li><li>deux <b>gras</b></li></ul>', '- un\n- deux gras'],
    ['voir <a href="https://exemple.fr/a">ici</a>', 'voir ici (https://exemple.fr/a)'],
    ['<a href="https://exemple.fr">https://exemple.fr</a>', 'https://exemple.fr'],
    ['<a href="javascript:alert(1)">là</a> <a href="/page">et là</a>', 'là et là'],
    ['<img src="a.png" alt="Logo de la mairie"> et <img src="b.png"> fin', 'Logo de la mairie et fin'],
    ['<script>alert(1)</script>a<style>p { color: red }</style>', 'a'],
    ['<table><tr><th>Lundi</th><td>9h</td></tr><tr><td>Mardi</td></tr></table>', 'Lundi 9h\nMardi'],
    ['<h2>Titre</h2>a', 'Titre\n\na'],
    ['R&amp;D &lt; 3', 'R&D < 3'],
  ])('%s', (html, text) => {
    expect(toPlainText(html)).toBe(text)
  })

  test('a text without HTML stays as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter(text => !looksLikeHtml(text)),
        text => {
          expect(toPlainText(text)).toBe(text)
        },
      ),
    )
    expect(toPlainText('a\n  b')).toBe('a\n  b')
  })

  test('a long list of lines keeps its lines', () => {
    expect(toPlainText('<p>a</p>x<br>'.repeat(600)).split('\n').length).toBeGreaterThan(1200)
  })

  test('hostile markup is answered, and keeps its text', () => {
    for (const html of ['<div>', '<ul><li>', '<table>', '<p>', '<b>', '<td>']) {
      expect(toPlainText(`${html.repeat(50_000)}x`)).toContain('x')
    }
    for (const part of ['<a ', '<', '&', '&amp;', '<p', '<br>'])
      toPlainText(`<b>x</b>${part.repeat(200_000)}`)
  })
})
