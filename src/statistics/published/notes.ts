import { type LocalizedText, toLocalizedText } from '../../errors.ts'
import type { PublishedShares } from './publishedShares.ts'

const ONLY_SHARES: LocalizedText = {
  fr: 'Résultats déjà agrégés\u00a0: seules les parts ont été publiées\u00a0; ni les effectifs ni le nombre de répondants ne sont connus.',
  en: 'Results that were aggregated before: only the shares were published; neither the counts nor the number of respondents are known.',
}

/** What has to be known to read published shares rightly: what is not known of them, and which are only about so much. */
export function notesOf({ shares, note, source }: PublishedShares): readonly LocalizedText[] {
  const approximate = shares.filter(({ isApproximate }) => isApproximate)
  return [
    ONLY_SHARES,
    ...(approximate.length === 0 ? [] : [approximately(approximate)]),
    ...(note ? [toLocalizedText(note)] : []),
    ...(source ? [publishedIn(source)] : []),
  ]
}

function approximately(shares: PublishedShares['shares']): LocalizedText {
  const named = (language: 'fr' | 'en') =>
    shares
      .map(({ label, wording }) => {
        const text = toLocalizedText(label)[language]
        if (wording === undefined) return quote(text, language)
        return `${quote(text, language)} (${quote(wording, language)})`
      })
      .join(', ')
  return {
    fr: `${shares.length > 1 ? 'Valeurs approchées' : 'Valeur approchée'}\u00a0: ${named('fr')}.`,
    en: `${shares.length > 1 ? 'Approximate figures' : 'Approximate figure'}: ${named('en')}.`,
  }
}

function publishedIn({ title, url }: NonNullable<PublishedShares['source']>): LocalizedText {
  const { fr, en } = toLocalizedText(title)
  const place = url === undefined ? '' : `, ${url}`
  return { fr: `Source\u00a0: ${fr}${place}.`, en: `Source: ${en}${place}.` }
}

function quote(text: string, language: 'fr' | 'en'): string {
  return language === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`
}
