import { parseArgs } from 'node:util'
import { type DrawnSample, type Language, openDirectory } from '../index.ts'
import { UsageError } from './help.ts'
import { parseCommand } from './parseCommand.ts'
import { withProgress } from './progress.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** `annuaire survey`. */
export async function survey(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseCommand(() =>
    parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, replace: { type: 'boolean' } },
      allowPositionals: true,
    }),
  )
  const [action, id, path = '.', ...others] = positionals
  if (action !== 'sample') throw new UsageError('survey takes "sample" and the name of a survey')
  if (id === undefined || others.length > 0)
    throw new UsageError('survey sample takes the name of a survey, and a directory')
  const directory = await openDirectory(path)
  const { language } = directory.configuration
  const { out, replace } = values
  const drawn = await withProgress(language, terminal, options =>
    directory.drawSample(id, {
      ...options,
      ...(out === undefined ? {} : { out }),
      ...(replace === undefined ? {} : { replace }),
    }),
  )
  terminal.err(summarize(drawn, language))
  terminal.out(`${drawn.path}\n`)
  return EXIT.conforms
}

function summarize({ sample, status }: DrawnSample, language: Language): string {
  const { units, frame, strata } = sample
  const empty = strata.filter(({ sampleSize }) => sampleSize === 0).map(({ label, code }) => label ?? code)
  const [n, whole] = [units.length, frame.size]
  const names = empty
    .map(name => name ?? (language === 'fr' ? 'strate inconnue' : 'unknown stratum'))
    .join(', ')
  if (language === 'fr') {
    const drawn = `${n} ${n > 1 ? 'acteurs tirés' : 'acteur tiré'} sur ${whole}`
    const missing = names && `\nPersonne ne représente\u00a0: ${names}.`
    return `${drawn}${status === 'unchanged' ? ' (échantillon inchangé)' : ''}.${missing}\nCe dossier est privé\u00a0: ne le publiez pas.\n`
  }
  const drawn = `${n} ${n === 1 ? 'actor' : 'actors'} drawn of ${whole}`
  const missing = names && `\nNobody stands for: ${names}.`
  return `${drawn}${status === 'unchanged' ? ' (sample unchanged)' : ''}.${missing}\nThis folder is private: do not publish it.\n`
}
