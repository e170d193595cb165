// Prints the errors of HTML files, one a line; nothing if there are none.
import { HtmlValidate } from 'html-validate';

const htmlvalidate = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Matters of style: our pages are made by a program and need nothing from outside.
    'no-inline-style': 'off', 'no-trailing-whitespace': 'off', 'long-title': 'off', 'doctype-style': 'off', 'void-style': 'off',
    'attribute-boolean-style': 'off', 'no-implicit-button-type': 'off', 'prefer-native-element': 'off',
    // Names such as t3-0-3 and numbers that a telephone could have.
    'valid-id': ['error', { relaxed: true }], 'tel-non-breaking': 'off',
  },
});
for (const file of process.argv.slice(2)) {
  const report = await htmlvalidate.validateFile(file);
  for (const result of report.results)
    for (const m of result.messages) console.log(`${file.split('/').at(-1)}:${m.line}:${m.column} ${m.ruleId}: ${m.message}`);
}
