#!/bin/bash
# bench/slurm.sh: the pipe as a Slurm array. Each task takes its share of the list (whole lines, in order) and leaves its records in
# parts/; a part is there only when the task has done well. From a directory that all nodes see:
#     find pages -name '*.txt' | LC_ALL=C sort >list; mkdir -p parts
#     sbatch --wait bench/slurm.sh && cat parts/?? | to-csv -d tables
#SBATCH --job-name=vnmeet
#SBATCH --array=1-8
#SBATCH --output=parts/%a.log
set -o pipefail
part=$(printf 'parts/%02d' "$SLURM_ARRAY_TASK_ID")
mapfile -t files < <(split -n "l/$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" list)
[ ${#files[@]} -gt 0 ] || { : >"$part"; exit; }   # segment would read standard input
segment -- "${files[@]}" | tag-entities | extract-events >"$part.tmp"
code=$?
[ $code -le 1 ] || exit $code                     # 1: some pieces were refused and are named in the log
mv "$part.tmp" "$part"
