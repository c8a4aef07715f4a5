// duckdb.mjs NODE_MODULES DIR SQL LINKS OUT: runs the script in DIR twice, as `duckdb news.duckdb <SQL` would; the tables as CSV to OUT.TABLE.
import fs from 'fs';
const [modules, dir, sql, links, out] = process.argv.slice(2);
const { DuckDBInstance } = await import(`${modules}/@duckdb/node-api/lib/index.js`);
const c = await (await DuckDBInstance.create(`${dir}/news.duckdb`)).connect();
process.chdir(dir);
for (let i = 0; i < 2; i++) await c.run(fs.readFileSync(sql, 'utf8'));
const r = await c.runAndReadAll('select (select count(*) from meeting_officials), count(*) from meetings where date is null or session is not null');
if (String(r.getRows()[0]) !== `${links},0`) { console.error('links, nulls:', String(r.getRows()[0]), 'want', links, 0); process.exit(1); }
for (const t of ['meetings', 'officials', 'directives']) await c.run(`copy (select * from ${t} order by doc_id, 1) to '${out}.${t}' (format csv, header)`);
