// Measures of a ranking against judgements (`grades`: document to grade, all above zero), as TREC's tools define them.

const discount = (index) => 1 / Math.log2(index + 2);

/** The gain of the first `k`, of the gain that an ideal ranking has. */
export function ndcg(ranking, grades, k) {
  const gain = (list) => list.slice(0, k).reduce((sum, grade, index) => sum + grade * discount(index), 0);
  return gain(ranking.map((id) => grades.get(id) ?? 0)) / gain([...grades.values()].sort((a, b) => b - a));
}

/** The mean precision at each document that is judged to fit; one that is not found counts as none. */
export function averagePrecision(ranking, grades) {
  let fitting = 0;
  let sum = 0;
  for (const [index, id] of ranking.entries()) {
    if (grades.has(id)) sum += ++fitting / (index + 1);
  }
  return sum / grades.size;
}
