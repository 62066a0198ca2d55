import type { LocalizedText } from '../errors.ts'
import type { Table } from '../statistics/statistic.ts'
import type { ToldAcross } from '../statistics/suppression/acrossTables.ts'
import type { SuppressionCost } from '../statistics/suppression/suppressionCost.ts'

/** As many cells or tables as a message names. */
const NAMED = 3

const quoteFr = (text: string) => `«\u00a0${text}\u00a0»`

/** What suppression took from a table, and what would cost less. It tells the number of small counts: to the keeper only. */
export function costMessage(
  { id, dimensions }: Pick<Table, 'id' | 'dimensions'>,
  { cells, small, further, withoutShare }: SuppressionCost,
  below: number,
): LocalizedText {
  const one = small === 1
  const withThem =
    further === 0
      ? { fr: '', en: '' }
      : {
          fr: `\u00a0; ${further > 1 ? `${further} autres le sont` : 'un autre l’est'} aussi, sans quoi on ${one ? 'le' : 'les'} retrouverait par soustraction`,
          en: `; ${further > 1 ? `${further} more are` : 'one more is'} as well, without which ${one ? 'it' : 'they'} could be told by subtraction`,
        }
  const shares =
    withoutShare === 0
      ? { fr: '', en: '' }
      : {
          fr: ` Sans leur part, qui dirait combien n’ont pas répondu\u00a0: ${withoutShare}. Avec «\u00a0population\u00a0» pour «\u00a0base\u00a0», les parts resteraient.`,
          en: ` Without their share, which would tell how many did not answer: ${withoutShare}. With "base: population" the shares would stay.`,
        }
  const advice = isDear({ cells, small, further, withoutShare })
    ? dimensions.length > 1
      ? {
          fr: ' Un tableau plus grossier en perdrait moins\u00a0: une seule dimension, des valeurs regroupées («\u00a0levels\u00a0») ou une population plus large.',
          en: ' A coarser table would lose less: one dimension only, values taken together ("levels"), or a wider population.',
        }
      : {
          fr: ' Un tableau plus grossier en perdrait moins\u00a0: des valeurs regroupées («\u00a0levels\u00a0», «\u00a0top\u00a0») ou une population plus large.',
          en: ' A coarser table would lose less: values taken together ("levels", "top"), or a wider population.',
        }
    : { fr: '', en: '' }
  return {
    fr: `Tableau ${quoteFr(id)}\u00a0: sur ${cells} ${cells > 1 ? 'effectifs' : 'effectif'}, ${small} ${one ? 'est inférieur' : small === 0 ? 'n’est inférieur' : 'sont inférieurs'} à ${below}${small === 0 ? '' : one ? ' et masqué' : ' et masqués'}${withThem.fr}.${shares.fr}${advice.fr}`,
    en: `Table "${id}": of ${cells} ${cells === 1 ? 'count' : 'counts'}, ${small} ${one ? 'is' : 'are'} less than ${below}${small === 0 ? '' : ' and kept back'}${withThem.en}.${shares.en}${advice.en}`,
  }
}

/** Whether a quarter of a table is lost, or more for the sake of the small counts than there are. */
function isDear({ cells, small, further }: SuppressionCost): boolean {
  return 4 * (small + further) > cells || further > small
}

/** What a table tells of another one, or of those that its population leaves out; and what to do. */
export function acrossMessage(kind: ToldAcross['kind'], told: readonly ToldAcross[]): LocalizedText {
  const { table } = told[0]!
  const cells = told.map(({ cell }) => cell.values.map(({ label }) => label).join(' × '))
  const others = [...new Set(told.flatMap(({ by }) => by))]
  const of = (list: readonly string[], quote: (text: string) => string, more: (rest: number) => string) => {
    const rest = list.length - NAMED
    return list.slice(0, NAMED).map(quote).join(', ') + (rest > 0 ? more(rest) : '')
  }
  const [moreFr, moreEn] = [(rest: number) => ` et ${rest} de plus`, (rest: number) => ` and ${rest} more`]
  const quoteEn = (text: string) => `"${text}"`
  const isTotal = cells.every(cell => cell === '')
  const namedFr = isTotal ? 'le total' : of(cells, quoteFr, moreFr)
  const namedEn = isTotal ? 'the total' : of(cells, quoteEn, moreEn)
  const [byFr, byEn] = [of(others, quoteFr, moreFr), of(others, quoteEn, moreEn)]
  const [several, isOne] = [others.length > 1, cells.length === 1]
  if (kind === 'cell') {
    return {
      fr: `Tableau ${quoteFr(table)}\u00a0: ce qui y est masqué (${namedFr}) se déduit ${several ? 'des tableaux' : 'du tableau'} ${byFr}, dans la même version. Retirez l’un d’eux, donnez-leur les mêmes valeurs et le même «\u00a0suppressBelow\u00a0», ou regroupez des valeurs.`,
      en: `Table "${table}": what is kept back in it (${namedEn}) follows from the ${several ? 'tables' : 'table'} ${byEn} in the same release. Take one of them out, give them the same values and the same "suppressBelow", or take values together.`,
    }
  }
  return {
    fr: `Tableaux ${quoteFr(table)} et ${byFr}\u00a0: par soustraction, on connaît le petit nombre de ceux qui ne sont pas de la population du premier (${namedFr}). Publiez l’un ou l’autre, ou regroupez ${isOne ? 'cette valeur avec une autre' : 'ces valeurs avec d’autres'}.`,
    en: `Tables "${table}" and ${byEn}: subtraction tells the few that are not of the population of the first (${namedEn}). Publish one or the other, or take ${isOne ? 'this value together with another one' : 'these values together with others'}.`,
  }
}
