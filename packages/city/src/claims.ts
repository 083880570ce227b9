import type { PersonWish } from '@hengjian/catalog/plant.ts';
import { ageYears } from '@hengjian/domain';
import type { City } from './city.ts';
import type { Person } from './people.ts';
import type { Provider } from './providers.ts';
import { Random } from './random.ts';

/** The case does not fit the period: it is left out, quietly. */
export class NoRoom extends Error {}

/** People whom a case may take, by sex and age, each list in an order of its own. */
export class Register {
  /** Houses that cases are compared with, by word. */
  readonly peers = new Map<string, Provider[]>();
  private readonly lists = new Map<number, Person[]>();
  private readonly city: City;

  constructor(city: City) {
    this.city = city;
    const random = new Random(city.seed, 'register');
    for (const person of random.shuffle(city.people)) {
      if (person.dies !== null || person.born > city.from) continue;
      const key = this.key(person.sex, ageYears(person.born, city.from));
      const list = this.lists.get(key);
      if (list) list.push(person);
      else this.lists.set(key, [person]);
    }
  }

  private key(sex: 1 | 2, age: number): number {
    return sex * 1000 + age;
  }

  /** A person of that kind whom no case has; where the city has none left, one of another age takes the place. */
  claim(random: Random, wish: PersonWish): Person {
    const { from } = this.city;
    let [least, most] = [wish.minAge ?? 18, wish.maxAge ?? 85];
    if (wish.bornOn !== undefined) least = most = Math.max(0, ageYears(wish.bornOn, from));
    const sexes: (1 | 2)[] = wish.sex ? [wish.sex] : random.chance(0.5) ? [1, 2] : [2, 1];
    const start = random.int(least, most);
    const ages = Array.from({ length: most - least + 1 }, (_, n) => least + ((start - least + n) % (most - least + 1)));
    const fits = (person: Person) => wish.insurance === undefined || person.insurance === wish.insurance;
    let found = this.take(sexes, ages, fits);
    if (!found) {
      found =
        this.take(
          [1, 2],
          Array.from({ length: 100 }, (_, n) => 20 + (n % 80)),
          () => true,
        ) ??
        this.take(
          [1, 2],
          Array.from({ length: 110 }, (_, n) => n),
          () => true,
        );
      if (!found) throw new NoRoom('the city has too few people');
      found.sex = sexes[0] as 1 | 2;
      found.insurance = wish.insurance ?? (least < 20 ? '390' : found.insurance);
      found.born = from - Math.floor((least + most) / 2) * 365 - Math.floor((least + most) / 8) - 40;
      if (found.insurance === '390') found.account = 0;
    }
    if (wish.bornOn !== undefined) found.born = wish.bornOn;
    if (wish.diesOn !== undefined) found.dies = wish.diesOn;
    found.claimed = true;
    return found;
  }

  private take(sexes: (1 | 2)[], ages: number[], fits: (person: Person) => boolean): Person | undefined {
    for (const age of ages) {
      for (const sex of sexes) {
        const list = this.lists.get(this.key(sex, age));
        const at = list?.findIndex(fits) ?? -1;
        if (list && at >= 0) return list.splice(at, 1)[0];
      }
    }
    return undefined;
  }
}
