// SPDX-License-Identifier: MIT
// usage: NODE_PATH=… node run_duckdb.js      runs the statements of standard input, prints the rows of the last as JSON
const { DuckDBInstance } = require('@duckdb/node-api');
const text = require('fs').readFileSync(0, 'utf8');
(async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const statements = text.replace(/^--.*$/gm, '').split(';').map((one) => one.trim()).filter(Boolean);
  let rows = [];
  for (const statement of statements) rows = (await connection.runAndReadAll(statement)).getRowObjectsJson();
  console.log(JSON.stringify(rows));
})().catch((error) => { console.error(String(error)); process.exit(1); });
