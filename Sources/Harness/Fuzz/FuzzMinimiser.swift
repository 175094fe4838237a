/// Makes an input smaller as long as it still fails.
enum FuzzMinimiser {
    /// The smallest input that was found to fail, within a number of trials.
    static func minimised(_ input: FuzzInput, trials: Int = 600, fails: (FuzzInput) -> Bool) -> FuzzInput {
        var smallest = input
        var left = trials
        var size = max(1, input.bytes.count / 2)
        while true {
            var place = 0
            var hasShrunk = false
            while place < smallest.bytes.count, left > 0 {
                left -= 1
                var smaller = smallest
                smaller.bytes.removeSubrange(place..<min(place + size, smaller.bytes.count))
                if fails(smaller) {
                    smallest = smaller
                    hasShrunk = true
                } else {
                    place += size
                }
            }
            if left == 0 || size == 1 && !hasShrunk { return smallest }
            size = max(1, size / 2)
        }
    }
}
