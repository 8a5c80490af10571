package org.theoremcheck.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.audit.Ledger.Sampled;
import org.theoremcheck.audit.Ledger.Searched;

/**
 * What a group of families gave.
 *
 * @param name of the group
 * @param instances judged
 * @param sampled largest ratio by sampling
 * @param searched largest ratio by search
 */
record Group(String name, String instances, Bar sampled, Bar searched) {

    static List<Group> of(Entry entry) {
        Set<String> names = new LinkedHashSet<>();
        entry.families().forEach(family -> names.add(family.group()));
        entry.searched().forEach(search -> names.add(search.group()));
        List<Group> groups = new ArrayList<>();
        for (String name : names) {
            List<Sampled> families = entry.families().stream()
                    .filter(family -> family.group().equals(name))
                    .toList();
            double sampled =
                    largest(families.stream().mapToDouble(Sampled::worstRatio).toArray());
            double searched = largest(entry.searched().stream()
                    .filter(search -> search.group().equals(name))
                    .mapToDouble(Searched::worstRatio)
                    .toArray());
            groups.add(new Group(
                    name,
                    Numbers.count(
                            families.stream().mapToLong(Sampled::instances).sum()),
                    Bar.ratio(sampled, entry.knownSupremum()),
                    Bar.ratio(searched, entry.knownSupremum())));
        }
        return groups;
    }

    /** NaN where there is none. */
    private static double largest(double[] ratios) {
        double largest = Double.NaN;
        for (double ratio : ratios) {
            if (!(ratio <= largest) && !Double.isNaN(ratio)) {
                largest = ratio;
            }
        }
        return largest;
    }
}
