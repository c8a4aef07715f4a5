// datapackage.cjs NODE_MODULES DIR: DIR/datapackage.json against the official profiles, each row cast by its schema, foreign keys followed.
const [modules, dir] = process.argv.slice(2);
const { Package } = require(`${modules}/datapackage`);
(async () => {
  const p = await Package.load(`${dir}/datapackage.json`, { basePath: dir });
  if (!p.valid) throw new Error(p.errors.map(String).join('\n'));
  for (const r of p.resources) {
    if (!r.valid || !r.tabular) throw new Error(r.errors.map(String).join('\n'));
    const rows = await r.read();
    if (rows.length !== r.descriptor.rows) throw new Error(`${r.name}: ${rows.length} rows`);
    await r.checkRelations();
    console.log(r.name, rows.length);
  }
})().catch(e => { console.error(String(e), (e.errors || []).map(String).join('\n')); process.exit(1); });
