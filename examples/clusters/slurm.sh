#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# A study as an array of Slurm jobs, one shard each: sbatch --array=1-100 slurm.sh STUDY.trapline FOLDER
# The same again goes on after what is finished. At last: trapline merge STUDY.trapline FOLDER/part-* --format csv > results.csv
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=4
#SBATCH --mem-per-cpu=1G
#SBATCH --job-name=trapline
set -euo pipefail
study=$1
folder=$2
mkdir -p "$folder"
part=$(printf '%s/part-%05d' "$folder" "$SLURM_ARRAY_TASK_ID")
exec "${TRAPLINE_COMMAND:-trapline}" run "$study" --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --resume "$part" --jobs "${SLURM_CPUS_PER_TASK:-1}"
