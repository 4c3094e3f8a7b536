// usage: node conform.mjs SCHEMAS VERDICTS: the same as conform.py, by Ajv.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const [schemas, verdicts] = process.argv.slice(2)
const read = (path) => JSON.parse(readFileSync(path, 'utf8'))
// Editors know formats and keywords that Ajv does not; its strict mode is about style.
const ajv = new Ajv2020({ strict: false })
addFormats(ajv, ['date'])
const validators = new Map()
let failures = 0
let accepted = 0
const cases = read(verdicts)
for (const { kind, valid, instance } of cases) {
  if (!validators.has(kind)) validators.set(kind, ajv.compile(read(join(schemas, `${kind}.schema.json`))))
  accepted += valid
  if (validators.get(kind)(instance) !== valid) {
    failures += 1
    if (failures <= 20) console.log(`${kind}: the loader says ${valid} of ${JSON.stringify(instance).slice(0, 600)}`)
  }
}
console.log(`ajv: ${cases.length} records, ${accepted} of them accepted, ${failures} disagreements`)
process.exit(failures > 0 ? 1 : 0)
