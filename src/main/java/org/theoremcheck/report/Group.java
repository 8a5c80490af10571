package org.theoremcheck.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.audit.Ledger.Sampled;

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
            groups.add(new Group(
                    name,
                    Numbers.count(entry.families().stream()
                            .filter(family -> family.group().equals(name))
                            .mapToLong(Sampled::instances)
                            .sum()),
                    Bar.ratio(Entries.largestSampled(entry, name), entry.knownSupremum()),
                    Bar.ratio(Entries.largestSearched(entry, name), entry.knownSupremum())));
        }
        return groups;
    }
}
