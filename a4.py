import sys,time
sys.path.insert(0,'/work/main')
from datetime import date
from dossier.model import *
import dossier.model as m, inspect
print(inspect.signature(m.ActorChain), inspect.signature(m.ActorMention), inspect.signature(m.Annotations)); print(inspect.signature(m.Citation)); print(inspect.signature(m.EventMention)); print(inspect.signature(m.Article)); print(inspect.signature(m.Published)); print(inspect.signature(m.Quote))
